// Close is called during a broadcast: each connection has a goroutine that writes, and none is counted.
package cases

import "net"

type Hub struct{ conns []net.Conn }

func (h *Hub) Broadcast(msg []byte) {
	for _, conn := range h.conns {
		go func() { // want untracked-goroutine "Broadcast"
			conn.Write(msg)
		}()
	}
}

func (h *Hub) Close() {
	for _, conn := range h.conns {
		conn.Close()
	}
}
