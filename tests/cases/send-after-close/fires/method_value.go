// A method value sends on a goroutine of its own.
package cases

type line struct{ words chan string }

func (l *line) shut() { close(l.words) }

func (l *line) greet() {
	l.words <- "hello" // want send-after-close[warning] "may be closed by line.shut"
}

func converse() {
	l := &line{words: make(chan string, 1)}
	greet := l.greet
	go greet()
	l.shut()
}
