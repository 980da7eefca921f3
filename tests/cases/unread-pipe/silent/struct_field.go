// The writer is kept by a type that closes it.
package cases

import (
	"io"
	"os"
)

type sink struct {
	w *io.PipeWriter
}

func newSink() *sink {
	pr, pw := io.Pipe()
	go io.Copy(os.Stdout, pr)
	return &sink{w: pw}
}

func (s *sink) Write(b []byte) (int, error) { return s.w.Write(b) }
func (s *sink) Close() error                { return s.w.Close() }
