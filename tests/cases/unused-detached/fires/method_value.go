// A method value is run by a goroutine that its starter waits for.
package cases

import "os"

type copier struct {
	path string
	done chan struct{}
}

func (c *copier) run() {
	defer close(c.done)
	_ = os.WriteFile(c.path, nil, 0o600)
}

func copyTo(path string) {
	c := &copier{path: path, done: make(chan struct{})}
	work := c.run
	go work() //curfew:detached a lost copy does not matter // want unused-detached "no rule has anything to say"
	<-c.done
}
