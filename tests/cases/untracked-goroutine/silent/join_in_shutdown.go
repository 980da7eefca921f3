// Shutdown receives one result for each save that was started: the channel is the join.
package cases

import (
	"errors"
	"os"
)

type Album struct {
	file    *os.File
	started int
	saved   chan error
}

func NewAlbum(file *os.File) *Album {
	return &Album{file: file, saved: make(chan error, 8)}
}

func (a *Album) Save(picture []byte) {
	a.started++
	go func() {
		_, err := a.file.Write(picture)
		a.saved <- err
	}()
}

func (a *Album) Shutdown() error {
	var errs []error
	for range a.started {
		errs = append(errs, <-a.saved)
	}
	return errors.Join(errors.Join(errs...), a.file.Close())
}
