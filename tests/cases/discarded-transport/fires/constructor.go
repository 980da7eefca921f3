// curfew: --level advice
// Run time: whether the client is made once or for each job, its callers decide; nothing can end its connections.
package cases

import "net/http"

type Client struct {
	http *http.Client
}

func NewClient() *Client {
	return &Client{http: &http.Client{Transport: &http.Transport{}}} // want discarded-transport[advice] "NewClient"
}

func (c *Client) Get(url string) (*http.Response, error) {
	return c.http.Get(url)
}
