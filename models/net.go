//curfew:models 0

// Connections and listeners. Their reads, writes and accepts see no context; closing them or a
// deadline ends the wait. Calls with a timeout of their own are not said to block.
package net

import (
	"context"
	"io"
	"net/netip"
	"os"
	"syscall"
	"time"
)

const (
	FlagUp           Flags = 1
	FlagBroadcast    Flags = 2
	FlagLoopback     Flags = 4
	FlagPointToPoint Flags = 8
	FlagMulticast    Flags = 16
	//curfew:since 1.20
	FlagRunning Flags = 32

	IPv4len = 4
	IPv6len = 16
)

var (
	DefaultResolver            *Resolver
	ErrClosed                  error
	ErrWriteToConnected        error
	IPv4allrouter              IP
	IPv4allsys                 IP
	IPv4bcast                  IP
	IPv4zero                   IP
	IPv6interfacelocalallnodes IP
	IPv6linklocalallnodes      IP
	IPv6linklocalallrouters    IP
	IPv6loopback               IP
	IPv6unspecified            IP
	IPv6zero                   IP
)

func CIDRMask(ones, bits int) IPMask

//curfew:blocks network
//curfew:opens result network
//curfew:must-release result until Close
func Dial(network, address string) (Conn, error)

//curfew:blocks network
//curfew:opens result network
//curfew:must-release result until Close
func DialIP(network string, laddr, raddr *IPAddr) (*IPConn, error)

//curfew:blocks network
//curfew:opens result network
//curfew:must-release result until Close
func DialTCP(network string, laddr, raddr *TCPAddr) (*TCPConn, error)

//curfew:opens result network
//curfew:must-release result until Close
func DialTimeout(network, address string, timeout time.Duration) (Conn, error)

//curfew:blocks network
//curfew:opens result network
//curfew:must-release result until Close
func DialUDP(network string, laddr, raddr *UDPAddr) (*UDPConn, error)

//curfew:blocks network
//curfew:opens result network
//curfew:must-release result until Close
func DialUnix(network string, laddr, raddr *UnixAddr) (*UnixConn, error)

//curfew:opens result network
//curfew:must-release result until Close
func FileConn(f *os.File) (c Conn, err error)

//curfew:opens result network
//curfew:must-release result until Close
func FileListener(f *os.File) (ln Listener, err error)

//curfew:opens result network
//curfew:must-release result until Close
func FilePacketConn(f *os.File) (c PacketConn, err error)

func IPv4(a, b, c, d byte) IP

func IPv4Mask(a, b, c, d byte) IPMask

func InterfaceAddrs() ([]Addr, error)

func InterfaceByIndex(index int) (*Interface, error)

func InterfaceByName(name string) (*Interface, error)

func Interfaces() ([]Interface, error)

func JoinHostPort(host, port string) string

//curfew:opens result network
//curfew:must-release result until Close
func Listen(network, address string) (Listener, error)

//curfew:opens result network
//curfew:must-release result until Close
func ListenIP(network string, laddr *IPAddr) (*IPConn, error)

//curfew:opens result network
//curfew:must-release result until Close
func ListenMulticastUDP(network string, ifi *Interface, gaddr *UDPAddr) (*UDPConn, error)

//curfew:opens result network
//curfew:must-release result until Close
func ListenPacket(network, address string) (PacketConn, error)

//curfew:opens result network
//curfew:must-release result until Close
func ListenTCP(network string, laddr *TCPAddr) (*TCPListener, error)

//curfew:opens result network
//curfew:must-release result until Close
func ListenUDP(network string, laddr *UDPAddr) (*UDPConn, error)

//curfew:opens result network
//curfew:must-release result until Close
func ListenUnix(network string, laddr *UnixAddr) (*UnixListener, error)

//curfew:opens result network
//curfew:must-release result until Close
func ListenUnixgram(network string, laddr *UnixAddr) (*UnixConn, error)

//curfew:blocks network
func LookupAddr(addr string) (names []string, err error)

//curfew:blocks network
func LookupCNAME(host string) (cname string, err error)

//curfew:blocks network
func LookupHost(host string) (addrs []string, err error)

//curfew:blocks network
func LookupIP(host string) ([]IP, error)

//curfew:blocks network
func LookupMX(name string) ([]*MX, error)

//curfew:blocks network
func LookupNS(name string) ([]*NS, error)

//curfew:blocks network
func LookupPort(network, service string) (port int, err error)

//curfew:blocks network
func LookupSRV(service, proto, name string) (cname string, addrs []*SRV, err error)

//curfew:blocks network
func LookupTXT(name string) ([]string, error)

func ParseCIDR(s string) (IP, *IPNet, error)

func ParseIP(s string) IP

func ParseMAC(s string) (hw HardwareAddr, err error)

//curfew:opens result network
//curfew:opens result.1 network
func Pipe() (Conn, Conn)

//curfew:blocks network
func ResolveIPAddr(network, address string) (*IPAddr, error)

//curfew:blocks network
func ResolveTCPAddr(network, address string) (*TCPAddr, error)

//curfew:blocks network
func ResolveUDPAddr(network, address string) (*UDPAddr, error)

func ResolveUnixAddr(network, address string) (*UnixAddr, error)

func SplitHostPort(hostport string) (host, port string, err error)

//curfew:since 1.18
func TCPAddrFromAddrPort(addr netip.AddrPort) *TCPAddr

//curfew:since 1.18
func UDPAddrFromAddrPort(addr netip.AddrPort) *UDPAddr

type Addr interface {
	Network() string
	String() string
}

type AddrError struct {
	Err  string
	Addr string
}

func (e *AddrError) Error() string

func (e *AddrError) Temporary() bool

func (e *AddrError) Timeout() bool

type Buffers [][]byte

func (v *Buffers) Read(p []byte) (n int, err error)

//curfew:writes w
func (v *Buffers) WriteTo(w io.Writer) (n int64, err error)

type Conn interface {
	//curfew:blocks network until Close SetDeadline SetReadDeadline
	Read(b []byte) (n int, err error)
	//curfew:blocks network until Close SetDeadline SetWriteDeadline
	//curfew:affects network
	Write(b []byte) (n int, err error)
	//curfew:releases
	Close() error
	LocalAddr() Addr
	RemoteAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

type DNSConfigError struct {
	Err error
}

func (e *DNSConfigError) Error() string

func (e *DNSConfigError) Temporary() bool

func (e *DNSConfigError) Timeout() bool

func (e *DNSConfigError) Unwrap() error

type DNSError struct {
	//curfew:since 1.23
	UnwrapErr   error
	Err         string
	Name        string
	Server      string
	IsTimeout   bool
	IsTemporary bool
	IsNotFound  bool
}

func (e *DNSError) Error() string

func (e *DNSError) Temporary() bool

func (e *DNSError) Timeout() bool

//curfew:since 1.23
func (e *DNSError) Unwrap() error

type Dialer struct {
	Timeout       time.Duration
	Deadline      time.Time
	LocalAddr     Addr
	DualStack     bool
	FallbackDelay time.Duration
	KeepAlive     time.Duration
	//curfew:since 1.23
	KeepAliveConfig KeepAliveConfig
	Resolver        *Resolver
	Cancel          <-chan struct{}
	Control         func(network string, address string, c syscall.RawConn) error
	//curfew:since 1.20
	ControlContext func(ctx context.Context, network string, address string, c syscall.RawConn) error
}

//curfew:blocks network
//curfew:opens result network
//curfew:must-release result until Close
func (d *Dialer) Dial(network, address string) (Conn, error)

//curfew:waits ctx
//curfew:opens result network
//curfew:must-release result until Close
func (d *Dialer) DialContext(ctx context.Context, network, address string) (Conn, error)

//curfew:waits ctx
//curfew:opens result network
//curfew:must-release result until Close
//curfew:since 1.26
func (d *Dialer) DialIP(ctx context.Context, network string, laddr, raddr netip.Addr) (*IPConn, error)

//curfew:waits ctx
//curfew:opens result network
//curfew:must-release result until Close
//curfew:since 1.26
func (d *Dialer) DialTCP(ctx context.Context, network string, laddr, raddr netip.AddrPort) (*TCPConn, error)

//curfew:waits ctx
//curfew:opens result network
//curfew:must-release result until Close
//curfew:since 1.26
func (d *Dialer) DialUDP(ctx context.Context, network string, laddr, raddr netip.AddrPort) (*UDPConn, error)

//curfew:waits ctx
//curfew:opens result network
//curfew:must-release result until Close
//curfew:since 1.26
func (d *Dialer) DialUnix(ctx context.Context, network string, laddr, raddr *UnixAddr) (*UnixConn, error)

//curfew:since 1.21
func (d *Dialer) MultipathTCP() bool

//curfew:since 1.21
func (d *Dialer) SetMultipathTCP(use bool)

type Error interface {
	error
	Timeout() bool
	Temporary() bool
}

type Flags uint

func (f Flags) String() string

type HardwareAddr []byte

func (a HardwareAddr) String() string

type IP []byte

//curfew:since 1.24
func (ip IP) AppendText(b []byte) ([]byte, error)

func (ip IP) DefaultMask() IPMask

func (ip IP) Equal(x IP) bool

func (ip IP) IsGlobalUnicast() bool

func (ip IP) IsInterfaceLocalMulticast() bool

func (ip IP) IsLinkLocalMulticast() bool

func (ip IP) IsLinkLocalUnicast() bool

func (ip IP) IsLoopback() bool

func (ip IP) IsMulticast() bool

func (ip IP) IsPrivate() bool

func (ip IP) IsUnspecified() bool

func (ip IP) MarshalText() ([]byte, error)

func (ip IP) Mask(mask IPMask) IP

func (ip IP) String() string

func (ip IP) To16() IP

func (ip IP) To4() IP

func (ip *IP) UnmarshalText(text []byte) error

type IPAddr struct {
	IP   IP
	Zone string
}

func (a *IPAddr) Network() string

func (a *IPAddr) String() string

type IPConn struct{}

//curfew:releases
func (c *IPConn) Close() error

func (c *IPConn) File() (f *os.File, err error)

func (c *IPConn) LocalAddr() Addr

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *IPConn) Read(b []byte) (int, error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *IPConn) ReadFrom(b []byte) (int, Addr, error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *IPConn) ReadFromIP(b []byte) (int, *IPAddr, error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *IPConn) ReadMsgIP(b, oob []byte) (n, oobn, flags int, addr *IPAddr, err error)

func (c *IPConn) RemoteAddr() Addr

func (c *IPConn) SetDeadline(t time.Time) error

func (c *IPConn) SetReadBuffer(bytes int) error

func (c *IPConn) SetReadDeadline(t time.Time) error

func (c *IPConn) SetWriteBuffer(bytes int) error

func (c *IPConn) SetWriteDeadline(t time.Time) error

func (c *IPConn) SyscallConn() (syscall.RawConn, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *IPConn) Write(b []byte) (int, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *IPConn) WriteMsgIP(b, oob []byte, addr *IPAddr) (n, oobn int, err error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *IPConn) WriteTo(b []byte, addr Addr) (int, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *IPConn) WriteToIP(b []byte, addr *IPAddr) (int, error)

type IPMask []byte

func (m IPMask) Size() (ones, bits int)

func (m IPMask) String() string

type IPNet struct {
	IP   IP
	Mask IPMask
}

func (n *IPNet) Contains(ip IP) bool

func (n *IPNet) Network() string

func (n *IPNet) String() string

type Interface struct {
	Index        int
	MTU          int
	Name         string
	HardwareAddr HardwareAddr
	Flags        Flags
}

func (ifi *Interface) Addrs() ([]Addr, error)

func (ifi *Interface) MulticastAddrs() ([]Addr, error)

type InvalidAddrError string

func (e InvalidAddrError) Error() string

func (e InvalidAddrError) Temporary() bool

func (e InvalidAddrError) Timeout() bool

//curfew:since 1.23
type KeepAliveConfig struct {
	Enable   bool
	Idle     time.Duration
	Interval time.Duration
	Count    int
}

type ListenConfig struct {
	Control   func(network string, address string, c syscall.RawConn) error
	KeepAlive time.Duration
	//curfew:since 1.23
	KeepAliveConfig KeepAliveConfig
}

//curfew:opens result network
//curfew:must-release result until Close
func (lc *ListenConfig) Listen(ctx context.Context, network, address string) (Listener, error)

//curfew:opens result network
//curfew:must-release result until Close
func (lc *ListenConfig) ListenPacket(ctx context.Context, network, address string) (PacketConn, error)

//curfew:since 1.21
func (lc *ListenConfig) MultipathTCP() bool

//curfew:since 1.21
func (lc *ListenConfig) SetMultipathTCP(use bool)

type Listener interface {
	//curfew:blocks network until Close
	//curfew:opens result network
	//curfew:must-release result until Close
	Accept() (Conn, error)
	//curfew:releases
	Close() error
	Addr() Addr
}

type MX struct {
	Host string
	Pref uint16
}

type NS struct {
	Host string
}

type OpError struct {
	Op     string
	Net    string
	Source Addr
	Addr   Addr
	Err    error
}

func (e *OpError) Error() string

func (e *OpError) Temporary() bool

func (e *OpError) Timeout() bool

func (e *OpError) Unwrap() error

type PacketConn interface {
	//curfew:blocks network until Close SetDeadline SetReadDeadline
	ReadFrom(p []byte) (n int, addr Addr, err error)
	//curfew:blocks network until Close SetDeadline SetWriteDeadline
	//curfew:affects network
	WriteTo(p []byte, addr Addr) (n int, err error)
	//curfew:releases
	Close() error
	LocalAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

type ParseError struct {
	Type string
	Text string
}

func (e *ParseError) Error() string

func (e *ParseError) Temporary() bool

func (e *ParseError) Timeout() bool

type Resolver struct {
	PreferGo     bool
	StrictErrors bool
	Dial         func(ctx context.Context, network string, address string) (Conn, error)
}

//curfew:waits ctx
func (r *Resolver) LookupAddr(ctx context.Context, addr string) ([]string, error)

//curfew:waits ctx
func (r *Resolver) LookupCNAME(ctx context.Context, host string) (string, error)

//curfew:waits ctx
func (r *Resolver) LookupHost(ctx context.Context, host string) (addrs []string, err error)

//curfew:waits ctx
func (r *Resolver) LookupIP(ctx context.Context, network, host string) ([]IP, error)

//curfew:waits ctx
func (r *Resolver) LookupIPAddr(ctx context.Context, host string) ([]IPAddr, error)

//curfew:waits ctx
func (r *Resolver) LookupMX(ctx context.Context, name string) ([]*MX, error)

//curfew:waits ctx
func (r *Resolver) LookupNS(ctx context.Context, name string) ([]*NS, error)

//curfew:waits ctx
//curfew:since 1.18
func (r *Resolver) LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)

//curfew:waits ctx
func (r *Resolver) LookupPort(ctx context.Context, network, service string) (port int, err error)

//curfew:waits ctx
func (r *Resolver) LookupSRV(ctx context.Context, service, proto, name string) (string, []*SRV, error)

//curfew:waits ctx
func (r *Resolver) LookupTXT(ctx context.Context, name string) ([]string, error)

type SRV struct {
	Target   string
	Port     uint16
	Priority uint16
	Weight   uint16
}

type TCPAddr struct {
	IP   IP
	Port int
	Zone string
}

//curfew:since 1.18
func (a *TCPAddr) AddrPort() netip.AddrPort

func (a *TCPAddr) Network() string

func (a *TCPAddr) String() string

type TCPConn struct{}

//curfew:releases
func (c *TCPConn) Close() error

func (c *TCPConn) CloseRead() error

func (c *TCPConn) CloseWrite() error

func (c *TCPConn) File() (f *os.File, err error)

func (c *TCPConn) LocalAddr() Addr

//curfew:since 1.21
func (c *TCPConn) MultipathTCP() (bool, error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *TCPConn) Read(b []byte) (int, error)

//curfew:reads r
//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *TCPConn) ReadFrom(r io.Reader) (int64, error)

func (c *TCPConn) RemoteAddr() Addr

func (c *TCPConn) SetDeadline(t time.Time) error

func (c *TCPConn) SetKeepAlive(keepalive bool) error

//curfew:since 1.23
func (c *TCPConn) SetKeepAliveConfig(config KeepAliveConfig) error

func (c *TCPConn) SetKeepAlivePeriod(d time.Duration) error

func (c *TCPConn) SetLinger(sec int) error

func (c *TCPConn) SetNoDelay(noDelay bool) error

func (c *TCPConn) SetReadBuffer(bytes int) error

func (c *TCPConn) SetReadDeadline(t time.Time) error

func (c *TCPConn) SetWriteBuffer(bytes int) error

func (c *TCPConn) SetWriteDeadline(t time.Time) error

func (c *TCPConn) SyscallConn() (syscall.RawConn, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *TCPConn) Write(b []byte) (int, error)

//curfew:writes w
//curfew:blocks network until Close SetDeadline SetReadDeadline
//curfew:since 1.22
func (c *TCPConn) WriteTo(w io.Writer) (int64, error)

type TCPListener struct{}

//curfew:blocks network until Close SetDeadline
//curfew:opens result network
//curfew:must-release result until Close
func (l *TCPListener) Accept() (Conn, error)

//curfew:blocks network until Close SetDeadline
//curfew:opens result network
//curfew:must-release result until Close
func (l *TCPListener) AcceptTCP() (*TCPConn, error)

func (l *TCPListener) Addr() Addr

//curfew:releases
func (l *TCPListener) Close() error

func (l *TCPListener) File() (f *os.File, err error)

func (l *TCPListener) SetDeadline(t time.Time) error

func (l *TCPListener) SyscallConn() (syscall.RawConn, error)

type UDPAddr struct {
	IP   IP
	Port int
	Zone string
}

//curfew:since 1.18
func (a *UDPAddr) AddrPort() netip.AddrPort

func (a *UDPAddr) Network() string

func (a *UDPAddr) String() string

type UDPConn struct{}

//curfew:releases
func (c *UDPConn) Close() error

func (c *UDPConn) File() (f *os.File, err error)

func (c *UDPConn) LocalAddr() Addr

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *UDPConn) Read(b []byte) (int, error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *UDPConn) ReadFrom(b []byte) (int, Addr, error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *UDPConn) ReadFromUDP(b []byte) (n int, addr *UDPAddr, err error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
//curfew:since 1.18
func (c *UDPConn) ReadFromUDPAddrPort(b []byte) (n int, addr netip.AddrPort, err error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *UDPConn) ReadMsgUDP(b, oob []byte) (n, oobn, flags int, addr *UDPAddr, err error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
//curfew:since 1.18
func (c *UDPConn) ReadMsgUDPAddrPort(b, oob []byte) (n, oobn, flags int, addr netip.AddrPort, err error)

func (c *UDPConn) RemoteAddr() Addr

func (c *UDPConn) SetDeadline(t time.Time) error

func (c *UDPConn) SetReadBuffer(bytes int) error

func (c *UDPConn) SetReadDeadline(t time.Time) error

func (c *UDPConn) SetWriteBuffer(bytes int) error

func (c *UDPConn) SetWriteDeadline(t time.Time) error

func (c *UDPConn) SyscallConn() (syscall.RawConn, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *UDPConn) Write(b []byte) (int, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *UDPConn) WriteMsgUDP(b, oob []byte, addr *UDPAddr) (n, oobn int, err error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
//curfew:since 1.18
func (c *UDPConn) WriteMsgUDPAddrPort(b, oob []byte, addr netip.AddrPort) (n, oobn int, err error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *UDPConn) WriteTo(b []byte, addr Addr) (int, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *UDPConn) WriteToUDP(b []byte, addr *UDPAddr) (int, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
//curfew:since 1.18
func (c *UDPConn) WriteToUDPAddrPort(b []byte, addr netip.AddrPort) (int, error)

type UnixAddr struct {
	Name string
	Net  string
}

func (a *UnixAddr) Network() string

func (a *UnixAddr) String() string

type UnixConn struct{}

//curfew:releases
func (c *UnixConn) Close() error

func (c *UnixConn) CloseRead() error

func (c *UnixConn) CloseWrite() error

func (c *UnixConn) File() (f *os.File, err error)

func (c *UnixConn) LocalAddr() Addr

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *UnixConn) Read(b []byte) (int, error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *UnixConn) ReadFrom(b []byte) (int, Addr, error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *UnixConn) ReadFromUnix(b []byte) (int, *UnixAddr, error)

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *UnixConn) ReadMsgUnix(b, oob []byte) (n, oobn, flags int, addr *UnixAddr, err error)

func (c *UnixConn) RemoteAddr() Addr

func (c *UnixConn) SetDeadline(t time.Time) error

func (c *UnixConn) SetReadBuffer(bytes int) error

func (c *UnixConn) SetReadDeadline(t time.Time) error

func (c *UnixConn) SetWriteBuffer(bytes int) error

func (c *UnixConn) SetWriteDeadline(t time.Time) error

func (c *UnixConn) SyscallConn() (syscall.RawConn, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *UnixConn) Write(b []byte) (int, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *UnixConn) WriteMsgUnix(b, oob []byte, addr *UnixAddr) (n, oobn int, err error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *UnixConn) WriteTo(b []byte, addr Addr) (int, error)

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *UnixConn) WriteToUnix(b []byte, addr *UnixAddr) (int, error)

type UnixListener struct{}

//curfew:blocks network until Close SetDeadline
//curfew:opens result network
//curfew:must-release result until Close
func (l *UnixListener) Accept() (Conn, error)

//curfew:blocks network until Close SetDeadline
//curfew:opens result network
//curfew:must-release result until Close
func (l *UnixListener) AcceptUnix() (*UnixConn, error)

func (l *UnixListener) Addr() Addr

//curfew:releases
func (l *UnixListener) Close() error

func (l *UnixListener) File() (f *os.File, err error)

func (l *UnixListener) SetDeadline(t time.Time) error

func (l *UnixListener) SetUnlinkOnClose(unlink bool)

func (l *UnixListener) SyscallConn() (syscall.RawConn, error)

type UnknownNetworkError string

func (e UnknownNetworkError) Error() string

func (e UnknownNetworkError) Temporary() bool

func (e UnknownNetworkError) Timeout() bool
