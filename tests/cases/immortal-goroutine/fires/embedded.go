// Open is called: the loop belongs to an embedded type and is promoted to the one that starts it.
package cases

import "time"

type pulse struct{ count int }

func (p *pulse) pulsate() {
	for t := time.NewTicker(time.Second); ; <-t.C {
		p.count++
	}
}

type Door struct {
	pulse
	open bool
}

func (d *Door) Open() {
	d.open = true
	go d.pulsate() // want immortal-goroutine "pulsate"
}
