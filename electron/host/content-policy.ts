/** Where the built page carries the nonce that one page load is given; replaced by both hosts (settled.md 51). */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** Calls are small; only operations marked `upload` in the contract may carry a file (settled.md 51). */
export const CALL_LIMIT_BYTES = 64 * 1024;
export const UPLOAD_LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * settled.md 51. Styles need a nonce because the component kit injects `<style>` elements;
 * `frame-src` and `object-src` fall to `default-src 'none'`.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Sent with every answer of both hosts, refusals included. */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=()',
  'Cache-Control': 'no-store',
};
