/** The PIN of every staff member of the demonstration, which its banner tells. */
export const DEMONSTRATION_PIN = '246802';
