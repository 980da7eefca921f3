// Who finds another's group waits for it; who does not tells his own.
package cases

import "sync"

type once struct {
	inflight sync.Map
}

func (o *once) add(name string) {
	own := &sync.WaitGroup{}
	own.Add(1)
	v, loaded := o.inflight.LoadOrStore(name, own)
	group := v.(*sync.WaitGroup)
	if loaded {
		group.Wait()
		return
	}
	defer group.Done()
	println(name)
}

func addAll(o *once, names []string) {
	var all sync.WaitGroup
	for _, name := range names {
		all.Go(func() { o.add(name) })
	}
	all.Wait()
}
