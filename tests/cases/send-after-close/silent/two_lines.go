// What is closed is another value's channel.
package cases

type line struct{ words chan string }

func (l *line) shut() { close(l.words) }

func (l *line) greet() {
	l.words <- "hello"
}

func converse() {
	in, out := &line{words: make(chan string, 1)}, &line{words: make(chan string, 1)}
	greet := in.greet
	go greet()
	out.shut()
}
