// Every run of the tests: TestMain exits with the code of the tests and skips its own deferred stop.
package main

import (
	"os"
	"testing"
)

type fixture struct{ dir string }

func (f *fixture) Close() error { return os.RemoveAll(f.dir) }

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "fixture")
	if err != nil {
		os.Exit(1)
	}
	shared := &fixture{dir: dir}
	defer shared.Close()
	os.Exit(m.Run()) // want exit-skips-defers "Exit"
}
