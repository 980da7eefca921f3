// Run time: the peer stops reading, Write blocks without a deadline, and even count waits for the peer.
package cases

import (
	"net"
	"sync"
)

type link struct {
	mu   sync.Mutex
	conn net.Conn
	sent int
}

func (l *link) send(p []byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	n, err := l.conn.Write(p) // want lock-across-wait "mu"
	l.sent += n
	return err
}

func (l *link) count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.sent
}
