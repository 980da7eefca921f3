// A node's goroutine stops its children: the group of each is another value's.
package cases

import "sync"

type Node struct {
	wg       sync.WaitGroup
	children []*Node
	quit     chan struct{}
}

func (n *Node) Start() {
	n.wg.Add(1)
	go func() {
		defer n.wg.Done()
		<-n.quit
		for _, c := range n.children {
			c.Stop()
		}
	}()
}

func (n *Node) Stop() {
	close(n.quit)
	n.wg.Wait()
}
