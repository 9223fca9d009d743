import { type IncomingHttpHeaders, request } from 'node:http';

export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request with exactly these headers: nothing a browser would add or forbid. Undefined headers are left out. */
export function sendRaw(port: number, raw: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const headers = Object.fromEntries(
      Object.entries(raw.headers ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    if (raw.body !== undefined && !headers['transfer-encoding'] && !headers['content-length']) {
      headers['content-length'] = String(Buffer.byteLength(raw.body));
    }
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: raw.path,
        method: raw.method ?? 'GET',
        headers,
        setHost: false,
        agent: false,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        const done = () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          });
        answer.on('end', done);
        answer.on('error', done);
      },
    );
    sent.on('error', reject);
    if (raw.body !== undefined) sent.write(raw.body);
    sent.end();
  });
}
