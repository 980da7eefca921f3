// A driver's lazy setup reads the field that it has just set.
package main

import (
	"fmt"
	"sync"
)

type driver struct {
	once sync.Once
	ver  int
	caps map[string]bool
}

func (d *driver) setup() {
	d.ver = 3
	d.caps = map[string]bool{"batch": d.ver > 2}
}

func (d *driver) version() int {
	d.once.Do(d.setup)
	return d.ver
}

func (d *driver) can(name string) bool {
	d.once.Do(d.setup)
	return d.caps[name]
}

func main() {
	d := &driver{}
	fmt.Println(d.can("batch"), d.version())
}
