//curfew:models 0

// Written from v0.37.1.
package rest

import (
	"context"
	"io"
	"net/http"
	"time"

	"k8s.io/apimachinery/pkg/watch"
)

func HTTPClientFor(config *Config) (*http.Client, error)

func InClusterConfig() (*Config, error)

func RESTClientFor(config *Config) (*RESTClient, error)

type Config struct {
	Host    string
	QPS     float32
	Burst   int
	Timeout time.Duration
}

type RESTClient struct{}

type Request struct{}

//curfew:waits ctx
//curfew:affects network
func (r *Request) Do(ctx context.Context) Result

//curfew:waits ctx
//curfew:affects network
func (r *Request) DoRaw(ctx context.Context) ([]byte, error)

//curfew:waits ctx
//curfew:affects network
//curfew:must-release result until Close
func (r *Request) Stream(ctx context.Context) (io.ReadCloser, error)

//curfew:waits ctx
//curfew:affects network
//curfew:starts until Stop
//curfew:must-release result until Stop
func (r *Request) Watch(ctx context.Context) (watch.Interface, error)

type Result struct{}

func (r Result) Error() error

func (r Result) Raw() ([]byte, error)
