const NOTES_HZ = [660, 880]
const NOTE_S = 0.14
const LOUDNESS = 0.12

let context: AudioContext | undefined

/** Two short notes, made on the spot: no file to load. Silent until the browser saw somebody act on the page. */
export function beep(): void {
  context ??= new AudioContext()
  const { currentTime, destination } = context
  NOTES_HZ.forEach((frequency, i) => {
    if (context === undefined) return
    const tone = new OscillatorNode(context, { frequency })
    const gain = new GainNode(context, { gain: LOUDNESS })
    const from = currentTime + i * NOTE_S
    gain.gain.setTargetAtTime(0, from + NOTE_S / 2, NOTE_S / 4)
    tone.connect(gain).connect(destination)
    tone.start(from)
    tone.stop(from + NOTE_S * 2)
  })
}
