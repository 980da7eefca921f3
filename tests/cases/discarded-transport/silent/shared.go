// Near miss of each_call: the transport is a package variable, one for the life of the process.
package cases

import (
	"io"
	"net/http"
)

var transport = &http.Transport{MaxIdleConns: 10}

func Fetch(url string) ([]byte, error) {
	client := &http.Client{Transport: transport}
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
