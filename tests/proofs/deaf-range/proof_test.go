// A range over a channel that stays open waits for good. Inside a bubble of testing/synctest that is
// told: a bubble whose goroutines are all blocked for good panics.
package proofs_deaf_range

import (
	"errors"
	"testing"
	"testing/synctest"
)

// consume takes all values of the channel and tells of its end.
func consume(c <-chan string) <-chan struct{} {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for range c {
		}
	}()
	return ended
}

// isOver tells whether the goroutine has ended, once everybody in the bubble is blocked.
func isOver(ended <-chan struct{}) bool {
	synctest.Wait()
	select {
	case <-ended:
		return true
	default:
		return false
	}
}

func sendAll(c chan<- string, words []string, check func(string) error) error {
	for _, w := range words {
		if err := check(w); err != nil {
			return err
		}
		c <- w
	}
	close(c)
	return nil
}

func sendAllDeferred(c chan<- string, words []string, check func(string) error) error {
	defer close(c)
	for _, w := range words {
		if err := check(w); err != nil {
			return err
		}
		c <- w
	}
	return nil
}

func refuse(w string) error {
	if w == "b" {
		return errors.New("refused")
	}
	return nil
}

var words = []string{"a", "b", "c"}

func TestEarlyReturn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := make(chan string)
		ended := consume(c)
		if sendAll(c, words, refuse) == nil {
			t.Fatal("nothing was refused")
		}
		if isOver(ended) {
			t.Error("the range has ended without a close")
		}
		close(c) // so that the bubble can end
	})
}

func TestDeferredClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := make(chan string)
		ended := consume(c)
		if sendAllDeferred(c, words, refuse) == nil {
			t.Fatal("nothing was refused")
		}
		if !isOver(ended) {
			t.Error("the range has not ended")
		}
	})
}

func TestNobodyCloses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := make(chan string)
		ended := consume(c)
		for _, w := range words {
			c <- w
		}
		if isOver(ended) {
			t.Error("the range has ended without a close")
		}
		close(c)
	})
}

// A close that is deferred in the function that ranges waits for the range.
func TestClosedTooLate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, ended := make(chan string, 1), make(chan struct{})
		stop := make(chan struct{})
		c <- "a"
		go func() {
			defer close(ended)
			defer close(c)
			for w := range c {
				_ = w
				select {
				case <-stop:
					return
				default:
				}
			}
		}()
		if isOver(ended) {
			t.Error("the range has ended without a close")
		}
		close(stop)
		c <- "b"
	})
}
