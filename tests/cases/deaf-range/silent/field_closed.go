// A method closes the field, and is called.
package cases

type printer struct{ lines chan string }

func (p *printer) run() {
	for l := range p.lines {
		println(l)
	}
}

func (p *printer) print(l string) { p.lines <- l }

func (p *printer) end() { close(p.lines) }

func use(lines []string) {
	p := &printer{lines: make(chan string)}
	go p.run()
	defer p.end()
	for _, l := range lines {
		p.print(l)
	}
}
