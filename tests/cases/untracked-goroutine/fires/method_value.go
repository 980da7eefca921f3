// Shutdown returns: the method value that Accept started may still be writing.
package cases

import "os"

type Inbox struct{ file *os.File }

func (in *Inbox) store(letter string) {
	in.file.WriteString(letter)
}

func (in *Inbox) Accept(letter string) {
	keep := in.store
	go keep(letter) // want untracked-goroutine "store"
}

func (in *Inbox) Shutdown() error {
	return in.file.Close()
}
