// curfew: --level advice
// A goroutine for each subscriber, and the next call does not wait for those of this one.
package cases

import "net"

type hub struct{ conns []net.Conn }

func Broadcast(h *hub, msg []byte) {
	for _, conn := range h.conns {
		go conn.Write(msg) // want unbounded-spawn[advice] "a goroutine for each element of h.conns"
	}
}
