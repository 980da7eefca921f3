// app ends: the helper that makes both stops makes them in the wrong order; what they are is seen in their bodies only.
package cases

import "os"

type ledger struct{ file *os.File }

func (l *ledger) shut() { l.file.Close() }

type clerk struct {
	book *ledger
	quit chan struct{}
	gone chan struct{}
}

func hire(book *ledger) *clerk {
	c := &clerk{book: book, quit: make(chan struct{}), gone: make(chan struct{})}
	go func() {
		defer close(c.gone)
		<-c.quit
	}()
	return c
}

func (c *clerk) dismiss() {
	close(c.quit)
	<-c.gone
}

func endAll(book *ledger, c *clerk) {
	book.shut() // want misordered-shutdown "book"
	c.dismiss()
}

func app(file *os.File, work func(*clerk)) {
	book := &ledger{file: file}
	c := hire(book)
	work(c)
	endAll(book, c)
}
