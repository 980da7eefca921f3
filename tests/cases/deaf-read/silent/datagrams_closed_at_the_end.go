// Near miss of connection: a goroutine closes the socket once the context has ended, which ends the read.
package cases

import (
	"context"
	"net"
)

func datagrams(ctx context.Context, at *net.UDPAddr, take func([]byte)) error {
	conn, err := net.ListenUDP("udp", at)
	if err != nil {
		return err
	}
	go func() {
		<-ctx.Done()
		conn.Close()
	}()
	buf := make([]byte, 1500)
	for ctx.Err() == nil {
		n, _, err := conn.ReadFromUDP(buf)
		if err != nil {
			return err
		}
		take(buf[:n])
	}
	return ctx.Err()
}
