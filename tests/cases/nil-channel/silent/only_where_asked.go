// Run time: only those that have a channel are asked to send, by another field.
package cases

type node struct {
	leads bool
	apply chan int
}

func leader() *node   { return &node{leads: true, apply: make(chan int, 1)} }
func follower() *node { return &node{} }

func (n *node) propose(v int) {
	if n.leads {
		n.apply <- v
	}
}

func Propose() {
	leader().propose(1)
	follower().propose(2)
}
