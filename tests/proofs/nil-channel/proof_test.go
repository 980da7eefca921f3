// A nil channel keeps whoever sends to it or receives from it; in a select it is a case that is off.
package proofs_nil_channel

import "testing"

// waits tells whether nothing can proceed: a select takes its default then.
func waits(send, receive chan int) bool {
	select {
	case send <- 1:
		return false
	case <-receive:
		return false
	default:
		return true
	}
}

type queue struct{ jobs chan int }

func newQueue() *queue      { return &queue{} }
func newSized(n int) *queue { return &queue{jobs: make(chan int, n)} }

func TestNobodyCanSendToNil(t *testing.T) {
	if !waits(newQueue().jobs, nil) {
		t.Error("a send to nil went on")
	}
}

func TestNobodyCanReceiveFromNil(t *testing.T) {
	if !waits(nil, newQueue().jobs) {
		t.Error("a receive from nil went on")
	}
}

func TestMadeItTakesOne(t *testing.T) {
	if waits(newSized(1).jobs, nil) {
		t.Error("a send to a channel with a slot waits")
	}
}
