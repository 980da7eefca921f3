// The write ends at its deadline, whatever the peer does.
package cases

import (
	"net"
	"sync"
	"time"
)

type link struct {
	mu   sync.Mutex
	conn net.Conn
	sent int
}

func (l *link) send(p []byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.conn.SetWriteDeadline(time.Now().Add(time.Second)); err != nil {
		return err
	}
	n, err := l.conn.Write(p)
	l.sent += n
	return err
}

func (l *link) count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.sent
}
