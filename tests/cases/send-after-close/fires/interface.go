// The close is reached through an interface, the send by a goroutine.
package cases

type closer interface{ shut() }

type line struct{ words chan string }

func (l *line) shut() { close(l.words) }

func (l *line) say(words []string) {
	for _, w := range words {
		l.words <- w // want send-after-close[warning] "may be closed by line.shut"
	}
}

func converse(words []string) {
	l := &line{words: make(chan string, 4)}
	var c closer = l
	go l.say(words)
	defer c.shut()
	println(len(words))
}
