// curfew: --level advice
// Run time: the lock's every section writes to the one connection, which is what it is for; a stuck peer still stops all writers.
package cases

import (
	"net"
	"sync"
)

type wire struct {
	mu   sync.Mutex
	conn net.Conn
}

func (w *wire) send(p []byte) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	_, err := w.conn.Write(p) // want lock-across-wait[advice] "mu"
	return err
}
