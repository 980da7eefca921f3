//curfew:models 0

// A listener whose connections are pipes in memory. Written from v1.85.0.
package bufconn

import (
	"context"
	"net"
)

//curfew:must-release result until Close
func Listen(sz int) *Listener

type Listener struct{}

//curfew:blocks network until Close
func (l *Listener) Accept() (net.Conn, error)

//curfew:releases
func (l *Listener) Close() error

//curfew:blocks network until Close
func (l *Listener) Dial() (net.Conn, error)

//curfew:waits ctx
func (l *Listener) DialContext(ctx context.Context) (net.Conn, error)
