// The result of the goroutine is received on every path.
package cases

import "os"

func save(path string, data []byte) error {
	done := make(chan error)
	go write(done, path, data) //curfew:detached a lost copy does not matter // want unused-detached "no rule has anything to say"
	return <-done
}

func write(done chan error, path string, data []byte) {
	done <- os.WriteFile(path, data, 0o600)
}
