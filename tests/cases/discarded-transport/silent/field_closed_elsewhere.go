// curfew: --level advice
// Near miss of constructor: the owner's Close ends the idle connections of whatever transport its field holds.
package cases

import "net/http"

type Client struct {
	http *http.Client
}

func (c *Client) Open() {
	c.http = &http.Client{}
	c.http.Transport = &http.Transport{}
}

func (c *Client) Get(url string) (*http.Response, error) {
	return c.http.Get(url)
}

func (c *Client) Close() {
	if t, ok := c.http.Transport.(*http.Transport); ok {
		t.CloseIdleConnections()
	}
}
