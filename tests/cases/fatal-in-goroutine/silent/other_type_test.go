// Its own Fatal ends nothing.
package cases

import "testing"

type log struct{ lines chan string }

func (l *log) Fatal(line string) { l.lines <- line }

func TestLog(t *testing.T) {
	l := &log{make(chan string, 1)}
	done := make(chan struct{})
	go func() {
		defer close(done)
		l.Fatal("x")
	}()
	<-done
}
