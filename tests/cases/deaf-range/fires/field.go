// The channel is a field that no method closes.
package cases

type printer struct{ lines chan string }

func (p *printer) run() {
	for l := range p.lines { // want deaf-range[warning] "nobody closes p.lines"
		println(l)
	}
}

func (p *printer) print(l string) { p.lines <- l }

func use(lines []string) {
	p := &printer{lines: make(chan string)}
	go p.run()
	for _, l := range lines {
		p.print(l)
	}
}
