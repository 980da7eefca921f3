// The one type behind the interface writes, and nobody waits.
package cases

import "os"

type task interface{ run() }

type save struct{ path string }

func (s save) run() { _ = os.WriteFile(s.path, nil, 0o600) }

func perform(path string) {
	var t task = save{path}
	//curfew:detached a lost copy does not matter
	go t.run()
}
