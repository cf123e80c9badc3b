/** An optional companion of unpdf that its declarations mention; nothing here draws. */
declare module '@napi-rs/canvas' {
  export type Canvas = unknown
  export type SKRSContext2D = unknown
}
