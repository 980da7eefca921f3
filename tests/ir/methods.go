package p

import (
	"bytes"
	"fmt"
)

type inner struct{ n int }

func (i *inner) inc()    { i.n++ }
func (i inner) get() int { return i.n }

type middle struct{ *inner }
type outer struct {
	middle
	fmt.Stringer
	buf bytes.Buffer
}

func methods(o outer, p *outer) {
	o.inc()
	p.inc()
	o.middle.inner.n = 1
	o.n = 2
	_ = p.get()
	_ = o.String()
	o.buf.Reset()
	f := o.get
	g := (*inner).inc
	g(o.inner)
	h := fmt.Stringer.String
	_ = h(p)
	_ = f()
}

type counter struct{ inner }

func addressed() int {
	var c counter
	c.inc()
	return counter{}.get()
}
