// The one type behind the interface signals its end, and the starter waits for that.
package cases

import "os"

type task interface{ run() }

type save struct {
	path string
	done chan struct{}
}

func (s *save) run() {
	_ = os.WriteFile(s.path, nil, 0o600)
	close(s.done)
}

func perform(path string) {
	done := make(chan struct{})
	var t task = &save{path, done}
	//curfew:detached a lost copy does not matter // want unused-detached "no rule has anything to say"
	go t.run()
	<-done
}
