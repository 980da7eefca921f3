// Nodes of one type: a node is the parent of others, and its stop goes down only.
package cases

type Node struct {
	parent   *Node
	children []*Node
	quit     chan struct{}
}

func (n *Node) Close() {
	for _, c := range n.children {
		c.Close()
	}
	close(n.quit)
}

func (n *Node) Depth() int {
	if n.parent == nil {
		return 0
	}
	return n.parent.Depth() + 1
}
