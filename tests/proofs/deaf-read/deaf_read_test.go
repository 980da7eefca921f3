// A read sees no context: the loop that polls stays in it until a deadline or a close ends it.
package proofs_deaf_read

import (
	"context"
	"net"
	"os"
	"testing"
	"time"
)

const patience = 100 * time.Millisecond

type reader interface {
	Read([]byte) (int, error)
}

// poll reads as long as the context lasts; it asks for the context between two reads only.
func poll(ctx context.Context, in reader) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		buf := make([]byte, 16)
		for ctx.Err() == nil {
			if _, err := in.Read(buf); err != nil {
				return
			}
		}
	}()
	time.Sleep(patience) // it is in its first read by then
	return done
}

func ends(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	case <-time.After(patience):
		return false
	}
}

// connection gives one end of a connection whose other end is silent.
func connection(t *testing.T) net.Conn {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip("no network here:", err)
	}
	t.Cleanup(func() { l.Close() })
	conn, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	peer, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { peer.Close() })
	return conn
}

func TestCancellationIsNotHeard(t *testing.T) {
	conn := connection(t)
	ctx, cancel := context.WithCancel(context.Background())
	done := poll(ctx, conn)
	cancel()
	if ends(done) {
		t.Error("the loop ended")
	}
	conn.Close()
	<-done
}

func TestDeadlineEndsIt(t *testing.T) {
	conn := connection(t)
	defer conn.Close()
	ctx, cancel := context.WithCancel(context.Background())
	stop := context.AfterFunc(ctx, func() { conn.SetReadDeadline(time.Now()) })
	defer stop()
	done := poll(ctx, conn)
	cancel()
	<-done
}

func TestOtherEndEndsPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	ctx, cancel := context.WithCancel(context.Background())
	done := poll(ctx, r)
	cancel()
	if ends(done) {
		t.Error("the loop ended")
	}
	w.Close()
	<-done
}
