// Every connection has a deadline: none lasts.
package cases

import (
	"io"
	"net"
	"time"
)

func Echo(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer conn.Close()
			conn.SetDeadline(time.Now().Add(time.Minute))
			io.Copy(conn, conn)
		}()
	}
}
