//curfew:models 0

// Only what servers and clients name of it.
package tls

import (
	"context"
	"crypto"
	"crypto/x509"
	"io"
	"net"
	"time"
)

const (
	VersionTLS10 = 769
	VersionTLS11 = 770
	VersionTLS12 = 771
	VersionTLS13 = 772

	NoClientCert               ClientAuthType = 0
	RequestClientCert          ClientAuthType = 1
	RequireAnyClientCert       ClientAuthType = 2
	VerifyClientCertIfGiven    ClientAuthType = 3
	RequireAndVerifyClientCert ClientAuthType = 4
)

//curfew:wraps conn
func Client(conn net.Conn, config *Config) *Conn

//curfew:blocks network
//curfew:opens result network
//curfew:must-release result until Close
func Dial(network, addr string, config *Config) (*Conn, error)

//curfew:opens result network
//curfew:must-release result until Close
func DialWithDialer(dialer *net.Dialer, network, addr string, config *Config) (*Conn, error)

//curfew:opens result network
//curfew:must-release result until Close
func Listen(network, laddr string, config *Config) (net.Listener, error)

func LoadX509KeyPair(certFile, keyFile string) (Certificate, error)

//curfew:wraps inner
func NewListener(inner net.Listener, config *Config) net.Listener

//curfew:wraps conn
func Server(conn net.Conn, config *Config) *Conn

func X509KeyPair(certPEMBlock, keyPEMBlock []byte) (Certificate, error)

type Certificate struct {
	Certificate                  [][]byte
	PrivateKey                   crypto.PrivateKey
	SupportedSignatureAlgorithms []SignatureScheme
	OCSPStaple                   []byte
	SignedCertificateTimestamps  [][]byte
	Leaf                         *x509.Certificate
}

type CertificateRequestInfo struct {
	AcceptableCAs    [][]byte
	SignatureSchemes []SignatureScheme
	Version          uint16
}

func (c *CertificateRequestInfo) Context() context.Context

func (cri *CertificateRequestInfo) SupportsCertificate(c *Certificate) error

type ClientAuthType int

func (i ClientAuthType) String() string

type ClientHelloInfo struct {
	CipherSuites      []uint16
	ServerName        string
	SupportedCurves   []CurveID
	SupportedPoints   []uint8
	SignatureSchemes  []SignatureScheme
	SupportedProtos   []string
	SupportedVersions []uint16
	//curfew:since 1.24
	Extensions []uint16
	Conn       net.Conn
	//curfew:since 1.26
	HelloRetryRequest bool
}

func (c *ClientHelloInfo) Context() context.Context

func (chi *ClientHelloInfo) SupportsCertificate(c *Certificate) error

type ClientSessionCache interface {
	Get(sessionKey string) (session *ClientSessionState, ok bool)
	Put(sessionKey string, cs *ClientSessionState)
}

type ClientSessionState struct{}

//curfew:since 1.21
func (cs *ClientSessionState) ResumptionState() (ticket []byte, state *SessionState, err error)

type Config struct {
	Rand                     io.Reader
	Time                     func() time.Time
	Certificates             []Certificate
	NameToCertificate        map[string]*Certificate
	GetCertificate           func(*ClientHelloInfo) (*Certificate, error)
	GetClientCertificate     func(*CertificateRequestInfo) (*Certificate, error)
	GetConfigForClient       func(*ClientHelloInfo) (*Config, error)
	VerifyPeerCertificate    func(rawCerts [][]byte, verifiedChains [][]*x509.Certificate) error
	VerifyConnection         func(ConnectionState) error
	RootCAs                  *x509.CertPool
	NextProtos               []string
	ServerName               string
	ClientAuth               ClientAuthType
	ClientCAs                *x509.CertPool
	InsecureSkipVerify       bool
	CipherSuites             []uint16
	PreferServerCipherSuites bool
	SessionTicketsDisabled   bool
	SessionTicketKey         [32]byte
	ClientSessionCache       ClientSessionCache
	//curfew:since 1.21
	UnwrapSession func(identity []byte, cs ConnectionState) (*SessionState, error)
	//curfew:since 1.21
	WrapSession                 func(ConnectionState, *SessionState) ([]byte, error)
	MinVersion                  uint16
	MaxVersion                  uint16
	CurvePreferences            []CurveID
	DynamicRecordSizingDisabled bool
	Renegotiation               RenegotiationSupport
	KeyLogWriter                io.Writer
	//curfew:since 1.23
	EncryptedClientHelloConfigList []byte
	//curfew:since 1.23
	EncryptedClientHelloRejectionVerify func(ConnectionState) error
	//curfew:since 1.25
	GetEncryptedClientHelloKeys func(*ClientHelloInfo) ([]EncryptedClientHelloKey, error)
	//curfew:since 1.24
	EncryptedClientHelloKeys []EncryptedClientHelloKey
}

func (c *Config) BuildNameToCertificate()

func (c *Config) Clone() *Config

//curfew:since 1.21
func (c *Config) DecryptTicket(identity []byte, cs ConnectionState) (*SessionState, error)

//curfew:since 1.21
func (c *Config) EncryptTicket(cs ConnectionState, ss *SessionState) ([]byte, error)

func (c *Config) SetSessionTicketKeys(keys [][32]byte)

type Conn struct{}

//curfew:releases
func (c *Conn) Close() error

func (c *Conn) CloseWrite() error

func (c *Conn) ConnectionState() ConnectionState

//curfew:blocks network until Close SetDeadline
func (c *Conn) Handshake() error

//curfew:waits ctx
func (c *Conn) HandshakeContext(ctx context.Context) error

func (c *Conn) LocalAddr() net.Addr

//curfew:since 1.18
func (c *Conn) NetConn() net.Conn

func (c *Conn) OCSPResponse() []byte

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *Conn) Read(b []byte) (int, error)

func (c *Conn) RemoteAddr() net.Addr

func (c *Conn) SetDeadline(t time.Time) error

func (c *Conn) SetReadDeadline(t time.Time) error

func (c *Conn) SetWriteDeadline(t time.Time) error

func (c *Conn) VerifyHostname(host string) error

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *Conn) Write(b []byte) (int, error)

type ConnectionState struct {
	Version           uint16
	HandshakeComplete bool
	DidResume         bool
	CipherSuite       uint16
	//curfew:since 1.25
	CurveID                     CurveID
	NegotiatedProtocol          string
	NegotiatedProtocolIsMutual  bool
	ServerName                  string
	PeerCertificates            []*x509.Certificate
	VerifiedChains              [][]*x509.Certificate
	SignedCertificateTimestamps [][]byte
	OCSPResponse                []byte
	TLSUnique                   []byte
	//curfew:since 1.23
	ECHAccepted bool
	//curfew:since 1.26
	HelloRetryRequest bool
	//curfew:since 1.27
	LocalCertificate [][]byte
}

func (cs *ConnectionState) ExportKeyingMaterial(label string, context []byte, length int) ([]byte, error)

type CurveID uint16

func (i CurveID) String() string

type Dialer struct {
	NetDialer *net.Dialer
	Config    *Config
}

//curfew:blocks network
//curfew:opens result network
//curfew:must-release result until Close
func (d *Dialer) Dial(network, addr string) (net.Conn, error)

//curfew:waits ctx
//curfew:opens result network
//curfew:must-release result until Close
func (d *Dialer) DialContext(ctx context.Context, network, addr string) (net.Conn, error)

//curfew:since 1.24
type EncryptedClientHelloKey struct {
	Config      []byte
	PrivateKey  []byte
	SendAsRetry bool
}

//curfew:since 1.21
type QUICEncryptionLevel int

func (l QUICEncryptionLevel) String() string

type RenegotiationSupport int

//curfew:since 1.21
type SessionState struct {
	Extra     [][]byte
	EarlyData bool
}

func (s *SessionState) Bytes() ([]byte, error)

type SignatureScheme uint16

func (i SignatureScheme) String() string
