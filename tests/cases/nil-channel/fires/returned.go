// Run time: events of this kind of source gives nil, which is ranged over.
package cases

type idle struct{}

func (idle) events() <-chan string { return nil }

func Watch(handle func(string)) {
	var i idle
	for e := range i.events() { // want nil-channel "i.events() is nil here, and a range over it"
		handle(e)
	}
}
