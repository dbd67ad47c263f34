/** Opens the stream of events. Not through the browser's cache, nor by its EventSource, which hides a 401. */
export function openStream(signal: AbortSignal): Promise<Response> {
  return fetch('/inbox/api/events', { headers: { Accept: 'text/event-stream' }, cache: 'no-store', signal })
}
