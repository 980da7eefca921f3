// Run time: the receiver of the channel gets a copy, and its Wait does not wait for the sender's goroutines.
package cases

import "sync"

type batch struct{ wg sync.WaitGroup }

func hand(b *batch, to chan batch) {
	to <- *b // want copied-lock "*b is copied into a channel"
}
