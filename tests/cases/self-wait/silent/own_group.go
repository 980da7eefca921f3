// The group that the goroutine waits for is made in what it runs, and counts the parts of that.
package cases

import "sync"

type Group struct{ rules []func() }

func (g *Group) Eval(parallel bool) {
	var wg sync.WaitGroup
	eval := func(rule func(), done func()) {
		if done != nil {
			defer done()
		}
		rule()
	}
	if !parallel {
		for _, rule := range g.rules {
			eval(rule, nil)
		}
		return
	}
	for _, rule := range g.rules {
		wg.Add(1)
		go eval(rule, func() { wg.Done() })
	}
	wg.Wait()
}

func EvalAll(groups []*Group) {
	var wg sync.WaitGroup
	for _, group := range groups {
		wg.Add(1)
		go func() {
			group.Eval(true)
			wg.Done()
		}()
	}
	wg.Wait()
}
