// Close is called: it is promoted from the embedded file, and the goroutine still writes to that file.
package cases

import "os"

type Trace struct {
	*os.File
	spans int
}

func (t *Trace) Span(name string) {
	t.spans++
	go t.emit(name) // want untracked-goroutine "emit"
}

func (t *Trace) emit(name string) {
	t.WriteString(name)
}
